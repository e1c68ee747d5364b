/** The token endpoint of OAuth 2.0 (RFC 6749): access tokens for pipelines, by API key, and for users, by refresh token. */
@NullMarked
package io.frontdesk.auth.oauth;

import org.jspecify.annotations.NullMarked;
