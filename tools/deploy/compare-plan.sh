#!/bin/sh
# Holds terraform/release.tfplan to release/plan.txt, the plan that was approved.
set -eu
terraform -chdir=terraform show -no-color release.tfplan > plan-now.txt
if ! diff release/plan.txt plan-now.txt; then
  echo 'The plan is not the one that was approved (above: < approved, > now). Something has changed since: run the build of cloudbuild.yaml for this commit again, read its plan, and approve that.' >&2
  exit 1
fi
