package io.frontdesk.auth.access;

import io.frontdesk.contracts.Claims;
import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.Scope;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A set of scopes, in the order of {@link Scope}. */
public record Scopes(Set<Scope> granted) {
    public Scopes {
        granted = Set.copyOf(granted);
    }

    public static Scopes of(Scope... granted) {
        return new Scopes(Set.of(granted));
    }

    /**
     * Reads wire names.
     *
     * @throws InvalidField where there is none, or one is unknown
     */
    public static Scopes parse(@Nullable List<@Nullable String> names) {
        if (names == null || names.isEmpty()) {
            throw new InvalidField("scopes", "must name at least one scope");
        }
        return new Scopes(names.stream().map(Scopes::known).collect(Collectors.toSet()));
    }

    private static Scope known(@Nullable String name) {
        return Scope.fromWireName(String.valueOf(name))
                .orElseThrow(() -> new InvalidField("scopes", "must be among " + all().claim()));
    }

    /** With all that they imply: {@code admin} everything within a tenant, {@code operator} everything. */
    public Scopes expanded() {
        Set<Scope> implied = EnumSet.noneOf(Scope.class);
        implied.addAll(granted);
        if (granted.contains(Scope.ADMIN)) {
            implied.addAll(EnumSet.complementOf(EnumSet.of(Scope.OPERATOR)));
        }
        if (granted.contains(Scope.OPERATOR)) {
            implied.addAll(all().granted);
        }
        return new Scopes(implied);
    }

    /** Whether who holds these may give those away. */
    public boolean cover(Scopes others) {
        return expanded().granted.containsAll(others.expanded().granted);
    }

    /** The document labels that go with them: every one with {@code admin}, else those that were given. */
    public List<String> labels(Labels given) {
        return seeEverything() ? List.of(Claims.ALL_LABELS) : given.names();
    }

    /** Whether labels keep no document from who holds these. */
    public boolean seeEverything() {
        return expanded().granted.contains(Scope.ADMIN);
    }

    public List<String> wireNames() {
        return Stream.of(Scope.values())
                .filter(granted::contains)
                .map(Scope::wireName)
                .toList();
    }

    /** As they stand in a token's {@code scope}. */
    public String claim() {
        return String.join(" ", wireNames());
    }

    private static Scopes all() {
        return of(Scope.values());
    }
}
