#!/bin/sh
# apply.sh STATE_BUCKET PROJECT VARIABLES [SECONDS]: applies terraform/release.tfplan. Google takes some minutes to know of new
# services, accounts and grants, and refuses meanwhile (docs/operating.md, "When an apply fails"): what fails is planned and
# tried once more after a pause, for which only that is left which the approved plan has not done.
set -eu
terraform -chdir=terraform apply -input=false -no-color release.tfplan && exit 0
echo "That failed; what is left of it is tried once more in ${4:-120} s." >&2
sleep "${4:-120}"
sh tools/deploy/plan.sh "$1" "$2" "$3"
terraform -chdir=terraform apply -input=false -no-color release.tfplan
