package io.frontdesk.gateway.login;

import java.util.List;
import java.util.UUID;

/**
 * A caller, as the credential says.
 *
 * @param subject {@code user:}, {@code key:}, {@code visitor:} or {@code oidc:} and who it is
 * @param acl the document labels that it may see
 */
record Me(UUID tenantId, String subject, String plan, List<String> scopes, List<String> acl) {}
