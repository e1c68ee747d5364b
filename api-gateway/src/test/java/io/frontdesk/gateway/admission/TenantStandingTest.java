package io.frontdesk.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.tokens.TenantLimits;
import io.frontdesk.contracts.tokens.TokenGrant;
import io.frontdesk.gateway.admission.TenantStanding.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TenantStandingTest {
    private static final UUID TENANT = Ids.next();
    private static final Map<String, Long> GRANTED = Map.of("user:1", 0L, "session:2", 3L);

    @ParameterizedTest
    @MethodSource("standings")
    void judgesAGrant(@Nullable String status, @Nullable String plan, Map<String, Long> epochs, Verdict verdict) {
        var standing = new TenantStanding(
                TENANT,
                Optional.ofNullable(status),
                Optional.ofNullable(plan),
                OptionalLong.of(7),
                Optional.empty(),
                epochs);

        assertThat(standing.of(grant(TENANT))).isEqualTo(verdict);
    }

    static Stream<Arguments> standings() {
        return Stream.of(
                arguments(null, null, Map.of(), Verdict.HOLDS),
                arguments("active", "free", Map.of(), Verdict.HOLDS),
                arguments("active", "free", Map.of("session:2", 3L), Verdict.HOLDS),
                arguments("active", "free", Map.of("session:2", 2L), Verdict.HOLDS),
                arguments("active", "free", Map.of("user:7", 9L), Verdict.HOLDS),
                arguments("active", "free", Map.of("user:1", 1L), Verdict.OUTDATED),
                arguments("active", "free", Map.of("session:2", 4L), Verdict.OUTDATED),
                arguments(null, null, Map.of("session:2", 4L), Verdict.OUTDATED),
                arguments("active", "pro", Map.of(), Verdict.OUTDATED),
                arguments("suspended", "free", Map.of(), Verdict.SUSPENDED),
                arguments("suspended", "pro", Map.of("user:1", 1L), Verdict.SUSPENDED),
                arguments("deleted", null, Map.of(), Verdict.SUSPENDED));
    }

    @Test
    void holdsWhatIsGrantedWhereNothingIsKnown() {
        assertThat(TenantStanding.unknown(TENANT).of(grant(TENANT))).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void asksForLimitsAnewThatWereSettledSince() {
        var standing = new TenantStanding(
                TENANT, Optional.empty(), Optional.empty(), OptionalLong.of(7), Optional.empty(), Map.of());

        assertThat(standing.of(grant(TENANT).with(new TenantLimits(6, 10L, null))))
                .isEqualTo(Verdict.OUTDATED);
        assertThat(standing.of(grant(TENANT).with(new TenantLimits(7, 10L, null))))
                .isEqualTo(Verdict.HOLDS);
    }

    @Test
    void judgesNoGrantOfAnotherTenant() {
        var standing = TenantStanding.unknown(TENANT);
        var foreign = grant(Ids.next());

        assertThatIllegalArgumentException().isThrownBy(() -> standing.of(foreign));
    }

    private static TokenGrant grant(UUID tenant) {
        return new TokenGrant("token", "Bearer", 300, tenant, "user:1", "chat", "free", List.of(), GRANTED);
    }
}
