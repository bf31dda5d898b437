locals {
  # Who may call a function of each kind. The queue calls check-connectors too: what a pass leaves is a task for the next.
  callers = {
    public   = { everybody = "allUsers" }
    schedule = { schedule = local.machine_members["schedule"], queue = local.machine_members["queue"] }
    queue    = { queue = local.machine_members["queue"] }
  }
}
