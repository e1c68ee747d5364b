package io.frontdesk.auth.sessions;

import io.frontdesk.auth.access.Principal;
import io.frontdesk.auth.audit.Action;
import io.frontdesk.auth.audit.AuditEvent;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.sessions.SessionMetrics.Event;
import io.frontdesk.auth.signing.TokenSigner;
import io.frontdesk.auth.state.TenantStates;
import io.frontdesk.contracts.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sessions of users and their life. Without the state Redis none begins or is refreshed; access tokens go on. */
@ApplicationScoped
public class Sessions {
    private final RedisSessionStore redis;
    private final PgSessionStore database;
    private final TenantStates states;
    private final RefreshTokens refreshTokens;
    private final TokenSigner signer;
    private final SessionMetrics metrics;
    private final SessionConfig config;
    private final Clock clock;

    Sessions(
            RedisSessionStore redis,
            PgSessionStore database,
            TenantStates states,
            RefreshTokens refreshTokens,
            TokenSigner signer,
            SessionMetrics metrics,
            SessionConfig config,
            Clock clock) {
        this.redis = redis;
        this.database = database;
        this.states = states;
        this.refreshTokens = refreshTokens;
        this.signer = signer;
        this.metrics = metrics;
        this.config = config;
        this.clock = clock;
    }

    /** Whom a user stands for now; nobody where the session has ended, the user is gone or the tenant is suspended. */
    public Uni<Optional<Principal>> user(UUID tenant, UUID user, UUID session, long generation) {
        return database.user(tenant, user, session, generation);
    }

    /**
     * Begins a session of a user who has just shown who it is.
     *
     * @param generation of the user's sessions, as it was then
     */
    public Uni<SessionTokens> begin(Principal user, UUID userId, long generation) {
        var end = clock.instant().plus(config.lifetime());
        var session = new Session(Ids.next(), user.tenantId(), userId, generation, end);
        RefreshToken token = refreshTokens.issue(session.id());
        return redis.put(session, token)
                .chain(() -> database.record(event(session, Action.SIGN_IN)))
                .invoke(() -> metrics.count(Event.STARTED))
                .map(counted -> tokens(session, user, token));
    }

    /** Accounts for a login that failed though the user is known. */
    public Uni<Void> recordFailedSignIn(Principal user) {
        var event =
                AuditEvent.of(user.tenantId(), clock.instant(), Action.SIGN_IN, AuditEvent.ANONYMOUS, user.subject());
        return database.record(event.failed());
    }

    /**
     * Puts new tokens in the place of a refresh token. A token that was used before ends its session, since two have it now.
     * Fails with {@link AuthError.CredentialRefused} or {@link AuthError.StateUnavailable}.
     */
    public Uni<SessionTokens> refresh(String text) {
        return refreshTokens
                .recognise(text)
                .map(token -> redis.find(token)
                        .chain(held -> held.map(found -> refresh(found, token)).orElseGet(this::refuse)))
                .orElseGet(this::refuse);
    }

    /** Ends a session at its user's wish. */
    Uni<Void> end(UUID tenant, String subject, UUID session) {
        AuditEvent event = AuditEvent.of(tenant, clock.instant(), Action.SIGN_OUT, subject, "session:" + session);
        return end(session, event).invoke(() -> metrics.count(Event.ENDED));
    }

    /** Ends all sessions of a user. */
    Uni<Void> endAll(UUID tenant, UUID user) {
        String subject = "user:" + user;
        AuditEvent event = AuditEvent.of(tenant, clock.instant(), Action.SIGN_OUT, subject, subject)
                .with(Map.of("everywhere", "true"));
        return database.endAll(user, event).chain(states::announce).invoke(() -> metrics.count(Event.ALL_ENDED));
    }

    private Uni<SessionTokens> refresh(RedisSessionStore.Held held, RefreshToken token) {
        return held.byThisToken() ? rotate(held.session(), token) : endReused(held.session());
    }

    /** Asks for the user first, so that the token still counts where PostgreSQL cannot say. */
    private Uni<SessionTokens> rotate(Session session, RefreshToken token) {
        RefreshToken fresh = refreshTokens.issue(session.id());
        return user(session.tenantId(), session.userId(), session.id(), session.generation())
                .chain(user -> user.map(known -> redis.rotate(token, fresh)
                                .chain(rotated -> rotated ? refreshed(session, known, fresh) : endReused(session)))
                        .orElseGet(() -> redis.delete(session.id()).chain(this::refuse)));
    }

    private Uni<SessionTokens> refreshed(Session session, Principal user, RefreshToken fresh) {
        metrics.count(Event.REFRESHED);
        return Uni.createFrom().item(() -> tokens(session, user, fresh));
    }

    private Uni<SessionTokens> endReused(Session session) {
        metrics.count(Event.REUSED);
        return end(session.id(), event(session, Action.SESSION_REUSED).failed())
                .chain(() -> Uni.createFrom().failure(new AuthError.CredentialRefused()));
    }

    private Uni<SessionTokens> refuse() {
        metrics.count(Event.REFUSED);
        return Uni.createFrom().failure(new AuthError.CredentialRefused());
    }

    /** In PostgreSQL first: that alone makes it hold, and Redis may be away. */
    private Uni<Void> end(UUID session, AuditEvent event) {
        return database.end(session, event)
                .chain(change -> change.map(states::announce)
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> redis.delete(session));
    }

    private SessionTokens tokens(Session session, Principal user, RefreshToken refresh) {
        return new SessionTokens(
                signer.ofSession(user.until(session.endsAt()), session.id(), session.generation()),
                refresh.text(),
                Duration.between(clock.instant(), session.endsAt()).toSeconds(),
                user.scopes());
    }

    private AuditEvent event(Session session, Action action) {
        return AuditEvent.of(session.tenantId(), clock.instant(), action, session.subject(), session.target());
    }
}
