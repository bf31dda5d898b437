#!/bin/sh
# Puts beside the archives' list what whoever approves has read, and which providers have planned it.
set -eu
terraform -chdir=terraform show -no-color release.tfplan > release/plan.txt
cp terraform/.terraform.lock.hcl release/terraform.lock.hcl
