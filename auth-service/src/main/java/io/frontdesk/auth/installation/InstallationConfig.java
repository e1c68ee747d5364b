package io.frontdesk.auth.installation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** What the installation is given at start. All of it may be given again at every start, to every replica. */
@ConfigMapping(prefix = "frontdesk.installation")
public interface InstallationConfig {
    /** An API key, {@code fd_<id>_<secret>}, that is the operator's; another one takes its place at the next start. */
    Optional<String> operatorKey();

    /** The e-mail address of a user who is the operator; made where nobody has it yet. */
    Optional<String> operatorEmail();

    /** The password that this user begins with; a later one stays. */
    Optional<String> operatorPassword();

    /** API keys, {@code fd_<id>_<secret>}, of a first tenant, which is founded for them; they may do all in this tenant. */
    Optional<List<String>> apiKeys();

    /** What the first tenant is called when it is founded. */
    @WithDefault("First tenant")
    String tenantName();

    /** The plan of the first tenant when it is founded. */
    @WithDefault("standard")
    String tenantPlan();
}
