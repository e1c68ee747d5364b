package io.frontdesk.auth.installation;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What the installation is given at start. */
@ConfigMapping(prefix = "frontdesk.installation")
public interface InstallationConfig {
    /** An API key, {@code fd_<id>_<secret>}, that is the operator's from the first start. */
    Optional<String> operatorKey();
}
