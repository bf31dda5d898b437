"""What Schemathesis is told beyond the OpenAPI document: ids that exist, etags that fit, and what a problem looks like."""

import atexit
import json
import os
import re
from collections import Counter

import requests
import schemathesis

pool = json.loads(os.environ["FUZZ_POOL"])
problems = pool["problems"]
statuses = Counter()
ids = {
    "connectorId": re.compile(r"^con-[0-9a-hjkmnp-tv-z]{26}$"),
    "keyId": re.compile(r"^key-[0-9a-hjkmnp-tv-z]{26}$"),
    "validationId": re.compile(r"^val-[0-9a-hjkmnp-tv-z]{26}$"),
}


def known(part):
    """Three of four well-formed ids become ids of things that exist; the same one always the same."""
    if not isinstance(part, dict):
        return part
    for name, pattern in ids.items():
        value = part.get(name)
        if isinstance(value, str) and pattern.match(value):
            number = sum(value.encode())
            if number % 4:
                part[name] = pool[name][number % len(pool[name])]
    return part


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    return known(path_parameters)


@schemathesis.hook
def map_query(context, query):
    return known(query)


@schemathesis.hook
def map_body(context, body):
    return known(body)


@schemathesis.hook
def before_call(context, case, kwargs):
    """Half of the well-formed etags become the one that the connector has now, so that changes are made."""
    etag = (case.headers or {}).get("If-Match")
    path = (case.path_parameters or {}).get("connectorId")
    if not isinstance(etag, str) or not isinstance(path, str) or len(etag) % 2 or not ids["connectorId"].match(path):
        return
    read = requests.get(
        f"{pool['origin']}/list-connectors/{path}",
        headers={"authorization": f"Bearer {pool['editor']}"},
        timeout=30,
    )
    if "etag" in read.headers:
        case.headers["If-Match"] = read.headers["etag"]


@schemathesis.hook
def after_call(context, case, response):
    statuses[f"{response.status_code}"] += 1


@schemathesis.check
def well_formed_problem(ctx, response, case):
    """RFC 9457, with a code of the catalogue and its status and title."""
    if response.status_code < 400:
        return
    kind = (response.headers.get("content-type") or [""])[0]
    assert kind == "application/problem+json; charset=utf-8", f"a refusal is {kind or 'of no type'}"
    problem = json.loads(response.content)
    code = problem.get("code")
    assert code in problems, f"the code {code} is not in the catalogue"
    expected = {
        "type": f"urn:bigquery-connector:problem:{code}",
        "status": response.status_code,
        **problems[code],
    }
    found = {name: problem.get(name) for name in expected}
    assert found == expected, f"{found} is not {expected}"
    assert re.match(r"^urn:bigquery-connector:request:[0-9a-f]{32}$", problem.get("instance", ""))
    assert isinstance(problem.get("detail"), str) and problem["detail"]
    for error in problem.get("errors", []):
        assert re.match(r"^(/([^~/]|~[01])*)*$", error["pointer"]), f"no JSON pointer: {error['pointer']}"


@atexit.register
def tell():
    with open(os.environ["FUZZ_STATUSES"], "w", encoding="utf-8") as file:
        json.dump(statuses, file)
