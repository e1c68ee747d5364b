package io.frontdesk.auth.federation;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Finds out whose a foreign issuer is, before any tenant is known. */
public interface RegistrationStore {
    /** All registrations of an issuer for one of these audiences, whosever they are. */
    Uni<List<Registration>> find(String issuer, List<String> audiences);
}
