package io.frontdesk.auth.users;

import io.frontdesk.auth.PageRequest;
import io.frontdesk.auth.access.Role;
import io.frontdesk.auth.access.Scopes;
import io.frontdesk.auth.audit.Action;
import io.frontdesk.auth.audit.AuditEvent;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.state.TenantStates;
import io.frontdesk.auth.tenants.Tenant;
import io.frontdesk.auth.tenants.Tenants;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.TenantState;
import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The users of tenants. Nobody makes, changes or removes a user who may do more than they may themselves. */
@ApplicationScoped
public class Users {
    private final PgUserStore store;
    private final Tenants tenants;
    private final TenantStates states;
    private final Passwords passwords;
    private final Clock clock;

    Users(PgUserStore store, Tenants tenants, TenantStates states, Passwords passwords, Clock clock) {
        this.store = store;
        this.tenants = tenants;
        this.states = states;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * A new user; fails with {@link AuthError.NotFound}, {@link AuthError.EmailTaken} or {@link AuthError.ScopesNotHeld}.
     *
     * @throws InvalidField for an operator outside the installation's own tenant
     */
    Uni<User> create(Caller by, UUID tenant, Email email, Password password, Role role) {
        requirePossible(role, tenant);
        requireHeld(by, role);
        User user = new User(Ids.next(), tenant, email, role, clock.instant());
        AuditEvent event = event(Action.USER_CREATED, by, user).with(Map.of("role", role.wireName()));
        return tenants.get(tenant)
                .chain(() -> passwords.hash(password))
                .chain(hash -> store.insert(user, hash, event))
                .replaceWith(user);
    }

    /** Fails with {@link AuthError.NotFound} where the tenant has no such user. */
    Uni<User> get(UUID tenant, UUID id) {
        return store.find(tenant, id).map(found -> found.orElseThrow(() -> new AuthError.NotFound("user")));
    }

    /** The users of a tenant, oldest first, one more than the limit where there are further ones. */
    Uni<List<User>> list(UUID tenant, PageRequest page) {
        return store.list(tenant, page.after(), page.limit() + 1);
    }

    /**
     * Gives a user another role, another password or both; another password ends all of the user's sessions. Fails with
     * {@link AuthError.NotFound}, {@link AuthError.ScopesNotHeld}, {@link AuthError.LastOwner}, or with
     * {@link AuthError.StateNotWritten} after all was done.
     */
    Uni<User> change(Caller by, UUID id, Optional<Role> role, Optional<Password> password) {
        role.ifPresent(wanted -> requirePossible(wanted, by.tenantId()));
        return get(by.tenantId(), id)
                .invoke(user -> requireHeld(by, user.role()))
                .invoke(() -> role.ifPresent(wanted -> requireHeld(by, wanted)))
                .chain(user -> change(by, user, role.filter(wanted -> wanted != user.role()), password));
    }

    private Uni<User> change(Caller by, User user, Optional<Role> role, Optional<Password> password) {
        List<AuditEvent> events = new ArrayList<>();
        role.ifPresent(wanted -> events.add(event(Action.USER_ROLE_CHANGED, by, user)
                .with(Map.of("from", user.role().wireName(), "to", wanted.wireName()))));
        password.ifPresent(wanted -> events.add(event(Action.USER_PASSWORD_CHANGED, by, user)));
        if (events.isEmpty()) {
            return Uni.createFrom().item(user);
        }
        User changed = user.withRole(role.orElse(user.role()));
        return hash(password)
                .chain(hash -> store.update(user, role, hash, events))
                .chain(states::announce)
                .replaceWith(changed);
    }

    /**
     * Removes a user, whose tokens and sessions end with it. Fails with {@link AuthError.NotFound},
     * {@link AuthError.ScopesNotHeld}, {@link AuthError.LastOwner}, or with {@link AuthError.StateNotWritten} after all was
     * done.
     */
    Uni<Void> remove(Caller by, UUID id) {
        return get(by.tenantId(), id)
                .invoke(user -> requireHeld(by, user.role()))
                .chain(user -> store.delete(user, event(Action.USER_REMOVED, by, user)))
                .chain(states::announce);
    }

    private Uni<Optional<String>> hash(Optional<Password> password) {
        return password.map(wanted -> passwords.hash(wanted).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private AuditEvent event(Action action, Caller by, User user) {
        return AuditEvent.of(
                user.tenantId(), clock.instant(), action, by.subject(), TenantState.epochOfUser(user.id()));
    }

    private static void requirePossible(Role role, UUID tenant) {
        if (role == Role.OPERATOR && !tenant.equals(Tenant.INSTALLATION)) {
            throw new InvalidField("role", "must be owner, agent or viewer; operators are the installation's own");
        }
    }

    private static void requireHeld(Caller by, Role role) {
        if (!new Scopes(by.scopes()).cover(role.scopes())) {
            throw new AuthError.ScopesNotHeld();
        }
    }
}
