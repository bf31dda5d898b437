locals {
  labels = merge({ service = "bigquery-connector" }, var.labels)
}
