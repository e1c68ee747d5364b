package io.frontdesk.auth.tenants;

import io.frontdesk.auth.DisplayName;
import io.frontdesk.auth.PageRequest;
import io.frontdesk.auth.audit.Action;
import io.frontdesk.auth.audit.AuditEvent;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.state.TenantStates;
import io.frontdesk.contracts.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Tenants and their life. Who cannot be told of a change fails with {@link AuthError.StateNotWritten}. */
@ApplicationScoped
public class Tenants {
    private static final Logger LOG = Logger.getLogger(Tenants.class);

    private final PgTenantStore store;
    private final TenantDirectory directory;
    private final TenantStates states;
    private final Clock clock;

    Tenants(PgTenantStore store, TenantDirectory directory, TenantStates states, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.states = states;
        this.clock = clock;
    }

    /** A new tenant, active from the start. There is none where its state cannot be written. */
    Uni<Tenant> create(DisplayName name, String plan, String actor) {
        Tenant tenant = Tenant.founded(Ids.next(), name, plan, clock.instant());
        return store.insert(
                        tenant, event(tenant.id(), Action.TENANT_CREATED, actor), () -> states.write(tenant.facts()))
                .replaceWith(tenant);
    }

    /**
     * The tenant with a given id, which is founded where it is not there yet. Its state is written again where Redis answers;
     * where it does not, a service that is about to start has to start all the same.
     */
    public Uni<Tenant> ensure(UUID id, DisplayName name, String plan) {
        Tenant tenant = Tenant.founded(id, name, plan, clock.instant());
        return store.insertIfAbsent(tenant).chain(() -> get(id)).call(this::tryToWriteState);
    }

    /** A tenant; fails with {@link AuthError.NotFound} where there is none of this id, or it is being deleted. */
    public Uni<Tenant> get(UUID id) {
        return look(id).invoke(tenant -> {
            if (tenant.status() == TenantStatus.DELETING) {
                throw notFound();
            }
        });
    }

    /** As {@link #get}, also while it is being deleted. */
    public Uni<Tenant> look(UUID id) {
        return store.find(id).map(found -> found.orElseThrow(Tenants::notFound));
    }

    /** All tenants, oldest first, one more than the limit where there are further ones. */
    Uni<List<Tenant>> list(PageRequest page) {
        return directory.page(page.after(), page.limit() + 1);
    }

    /** Changes a tenant; fails as {@link #get}, and with {@link AuthError.TenantUnchangeable}. */
    Uni<Tenant> change(UUID id, TenantChange change, String actor) {
        return store.change(id, present -> present.change(change), (before, after) -> events(before, after, actor))
                .chain(this::announce);
    }

    /** Begins to delete a tenant: it is refused everywhere from now on. Fails as {@link #change}. */
    Uni<Tenant> delete(UUID id, String actor) {
        return store.beginRemoval(id, event(id, Action.TENANT_DELETED, actor)).chain(this::announce);
    }

    /** Also of what was changed before, since the caller may be trying again. */
    private Uni<Tenant> announce(PgTenantStore.Changed changed) {
        return changed.waiting()
                .map(states::announce)
                .orElseGet(() -> states.write(changed.tenant().facts()))
                .replaceWith(changed.tenant());
    }

    private List<AuditEvent> events(Tenant before, Tenant after, String actor) {
        return TenantChange.actions(before, after).stream()
                .map(action -> event(after.id(), action, actor))
                .toList();
    }

    private AuditEvent event(UUID tenant, Action action, String actor) {
        return AuditEvent.of(tenant, clock.instant(), action, actor, "tenant:" + tenant);
    }

    private static AuthError.NotFound notFound() {
        return new AuthError.NotFound("tenant");
    }

    private Uni<Void> tryToWriteState(Tenant tenant) {
        return states.write(tenant.facts())
                .onFailure()
                .invoke(e -> LOG.warnf(e.getCause(), "The state of tenant %s is not written", tenant.id()))
                .onFailure()
                .recoverWithNull();
    }
}
