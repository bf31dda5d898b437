#!/bin/sh
# plan.sh STATE_BUCKET PROJECT VARIABLES [without-lock]: plans into terraform/release.tfplan and prints it.
# Who may only read cannot lock the state either; nothing is changed by a plan, and a state that moved on is noticed later.
set -eu
bucket=$1
project=$2
variables=$3
lock=true
if [ "${4:-}" = without-lock ]; then lock=false; fi
cd terraform
if [ ! -f "$variables" ]; then
  echo "terraform/$variables is missing: write what your installation needs into it (terraform.tfvars.example), or name another file in _VARIABLES." >&2
  exit 1
fi
terraform init -input=false -no-color -backend-config="bucket=$bucket" -backend-config="prefix=connectors/$project"
terraform plan -input=false -no-color -lock="$lock" -var-file="$variables" -out=release.tfplan
