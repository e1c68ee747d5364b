package io.frontdesk.auth.keys;

import io.frontdesk.auth.ClosedRequest;
import io.frontdesk.auth.access.Labels;
import io.frontdesk.auth.access.Scopes;
import io.frontdesk.contracts.InvalidField;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/api-keys}.
 *
 * @param name for people
 * @param scopes at least one
 * @param acl the document labels that it sees; none where it is absent
 * @param expiresAt never where it is absent
 */
record NewApiKey(
        @Nullable String name,
        @Nullable List<@Nullable String> scopes,
        @Nullable List<@Nullable String> acl,
        @Nullable Instant expiresAt)
        implements ClosedRequest {
    /** RFC 3339 has years of four digits. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    Scopes checkedScopes() {
        return Scopes.parse(scopes);
    }

    /** Refused where they would have no effect. */
    Labels checkedLabels() {
        Labels labels = Labels.parse(acl);
        if (!labels.isEmpty() && checkedScopes().seeEverything()) {
            throw new InvalidField("acl", "must be absent where the scopes are admin's, who sees every document");
        }
        return labels;
    }

    Optional<Instant> checkedExpiry(Instant now) {
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw new InvalidField("expires_at", "must be in the future, is " + expiresAt);
        }
        if (expiresAt != null && expiresAt.isAfter(LATEST)) {
            throw new InvalidField("expires_at", "must be no later than " + LATEST + ", is " + expiresAt);
        }
        return Optional.ofNullable(expiresAt);
    }
}
