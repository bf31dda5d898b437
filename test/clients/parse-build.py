"""Reads a build's file as gcloud does, by gcloud's own code. Arguments: the SDK's folder, and the file."""
import sys

sdk, path = sys.argv[1:]
sys.path[:0] = [f'{sdk}/lib', f'{sdk}/lib/third_party']

from apitools.base.py import encoding  # noqa: E402
from googlecloudsdk.api_lib.cloudbuild import cloudbuild_util, config  # noqa: E402
from googlecloudsdk.core import exceptions  # noqa: E402

try:
    build = config.LoadCloudbuildConfigFromPath(path, cloudbuild_util.GetMessagesModule())
except exceptions.Error as refusal:
    sys.exit(str(refusal))
print(encoding.MessageToJson(build))
