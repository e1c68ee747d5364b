package io.frontdesk.auth.visitors;

import io.frontdesk.auth.ClosedRequest;
import io.frontdesk.auth.access.Labels;
import io.frontdesk.contracts.InvalidField;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/visitor-tokens}.
 *
 * @param visitor what the tenant calls its customer: 1 to 128 printable ASCII characters without spaces
 * @param acl the document labels that the visitor sees, among the key's own; none where it is absent
 * @param expiresIn seconds, at most an hour; 15 minutes where it is absent
 */
record NewVisitorToken(
        @Nullable String visitor,
        @Nullable List<@Nullable String> acl,
        @Nullable Long expiresIn) implements ClosedRequest {
    private static final Pattern NAME = Pattern.compile("[!-~]{1,128}");
    private static final Duration DEFAULT = Duration.ofMinutes(15);
    private static final Duration MAX = Duration.ofHours(1);

    String checkedName() {
        if (visitor == null || !NAME.matcher(visitor).matches()) {
            throw new InvalidField("visitor", "must be 1 to 128 printable ASCII characters without spaces");
        }
        return visitor;
    }

    Labels checkedLabels() {
        return Labels.parse(acl);
    }

    Duration checkedLifetime() {
        if (expiresIn == null) {
            return DEFAULT;
        }
        if (expiresIn < 1 || expiresIn > MAX.toSeconds()) {
            throw new InvalidField("expires_in", "must be 1 to " + MAX.toSeconds() + " seconds, is " + expiresIn);
        }
        return Duration.ofSeconds(expiresIn);
    }
}
