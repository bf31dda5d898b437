# Who signs in, where, and what the issuer's tokens look like.

variable "page_origins" {
  description = "Origins of other web pages that may call the functions. The page's own is always among them."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition = alltrue([
      for origin in var.page_origins :
      can(regex("^https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[1-9][0-9]{0,4})?$", origin)) && !endswith(origin, ":443") && !can(regex(local.own_machine, origin))
    ])
    error_message = "An origin is https://, a host in lower case, and a port only if it is not 443, such as https://app.example.com: nothing behind it, no path and no slash. It is compared to the letter with what browsers send."
  }
  validation {
    condition     = length(join(",", var.page_origins)) <= 3000
    error_message = "These are too many origins for one variable of a function: 3,000 characters at the most."
  }
}

variable "page_url" {
  description = "Where the page is opened, if not at the function settings-page itself but behind a load balancer or another host that leads there."
  type        = string
  default     = null

  validation {
    condition     = var.page_url == null || (can(regex("^https://[\\w.-]+(:\\d+)?(/[\\w.~%/-]*[\\w.~%-])?$", var.page_url)) && !can(regex(local.own_machine, var.page_url)))
    error_message = "The page's URL begins with https://, has no query and no fragment, and no slash at its end, such as https://app.example.com/connectors."
  }
}

variable "sign_in_authorization_endpoint" {
  description = "The issuer's authorization endpoint, as its /.well-known/openid-configuration says (authorization_endpoint)."
  type        = string

  validation {
    condition     = can(regex(local.public_url, var.sign_in_authorization_endpoint)) && !can(regex(local.own_machine, var.sign_in_authorization_endpoint))
    error_message = "The authorization endpoint is a public URL that begins with https://."
  }
}

variable "sign_in_client_id" {
  description = "Under which id the issuer knows the page: a public client with PKCE, whose redirect URI is the page's URL and /signed-in."
  type        = string

  validation {
    condition     = can(regex("^[!-~]{1,500}$", var.sign_in_client_id))
    error_message = "The client id is 1 to 500 visible ASCII characters, without spaces."
  }
}

variable "sign_in_parameters" {
  description = "What the issuer wants to be told beside, such as audience=urn:example:api."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^([\\w.~%+:/-]+=[\\w.~%+=:/-]+(&[\\w.~%+:/-]+=[\\w.~%+=:/-]+)*)?$", var.sign_in_parameters)) && length(var.sign_in_parameters) <= 2000
    error_message = "The parameters are name=value, several joined by &, percent-encoded, none of them empty."
  }
  validation {
    condition = alltrue([
      for pair in split("&", var.sign_in_parameters) :
      !can(regex("^(client_id|redirect_uri|response_(type|mode)|scope|state|code_challenge.*)$", split("=", pair)[0]))
    ])
    error_message = "The page itself says client_id, redirect_uri, response_type, response_mode, scope, state and code_challenge: leave them out of the parameters."
  }
}

variable "sign_in_scope" {
  description = "The scopes that the page asks for."
  type        = string
  default     = "openid"
  nullable    = false

  validation {
    condition     = can(regex("^[!#-\\[\\]-~]+( [!#-\\[\\]-~]+)*$", var.sign_in_scope)) && length(var.sign_in_scope) <= 2000
    error_message = "The scopes are words with one space between two, such as openid offline_access."
  }
}

variable "sign_in_token_endpoint" {
  description = "The issuer's token endpoint, as its /.well-known/openid-configuration says (token_endpoint). It has to allow the page's origin (CORS)."
  type        = string

  validation {
    condition     = can(regex("^https://[\\w.-]+(:\\d+)?(/[\\w.~%/-]*)?$", var.sign_in_token_endpoint)) && !can(regex(local.own_machine, var.sign_in_token_endpoint))
    error_message = "The token endpoint is a public URL that begins with https:// and has no query: the page may connect to it and nothing else."
  }
}

variable "token_audience" {
  description = "For whom the issuer's access tokens are (aud)."
  type        = string

  validation {
    condition     = can(regex("^[^\\s](.*[^\\s])?$", var.token_audience)) && length(var.token_audience) <= 1000
    error_message = "The audience is what access tokens for this service name in aud; it is not empty, and has no space at either end."
  }
}

variable "token_issuer" {
  description = "Who signs the callers' access tokens (iss), to the letter: with or without a slash at the end, as the issuer writes it."
  type        = string

  validation {
    condition     = can(regex(local.public_url, var.token_issuer)) && !can(regex(local.own_machine, var.token_issuer))
    error_message = "The issuer is a public URL that begins with https://, such as https://login.example.com."
  }
}
