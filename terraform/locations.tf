locals {
  # Where the service can be: Cloud Functions, Cloud Tasks, Cloud Scheduler and Firestore are all there, as Google's pages say.
  # Cloud Tasks is in the fewest; where it is not, the queue is refused in the middle of an apply, and by then the database
  # is in that region for good. `gcloud tasks locations list` tells today's: one that is new there is added here.
  regions = [
    "asia-east1", "asia-east2", "asia-northeast1", "asia-northeast2", "asia-northeast3",
    "asia-south1", "asia-southeast1", "asia-southeast2",
    "australia-southeast1",
    "europe-central2", "europe-west1", "europe-west2", "europe-west3", "europe-west6",
    "northamerica-northeast1",
    "southamerica-east1",
    "us-central1", "us-east1", "us-east4", "us-west1", "us-west2", "us-west3", "us-west4",
  ]

  # Where a secret can be kept as well.
  secret_places = [
    "africa-south1",
    "asia-east1", "asia-east2", "asia-northeast1", "asia-northeast2", "asia-northeast3",
    "asia-south1", "asia-south2", "asia-southeast1", "asia-southeast2",
    "australia-southeast1", "australia-southeast2",
    "europe-central2", "europe-north1", "europe-southwest1",
    "europe-west1", "europe-west10", "europe-west12", "europe-west2", "europe-west3", "europe-west4",
    "europe-west6", "europe-west8", "europe-west9",
    "me-central1", "me-central2", "me-west1",
    "northamerica-northeast1", "northamerica-northeast2",
    "southamerica-east1", "southamerica-west1",
    "us-central1", "us-east1", "us-east4", "us-east5", "us-south1", "us-west1", "us-west2", "us-west3", "us-west4",
  ]

  # Databases over several regions, and of which regions they are near.
  multi_regions = { eur3 = "europe-", nam5 = "us-", nam7 = "us-" }

  # What Cloud KMS calls the place of those; of nam7 Google does not say.
  multi_region_keys = { eur3 = "europe", nam5 = "us" }
}
