package io.frontdesk.e2e;

import io.frontdesk.local.infra.Infrastructure;
import io.frontdesk.local.infra.Keycloak;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.suite.Addresses;
import io.frontdesk.local.suite.Suite;
import io.frontdesk.local.workspace.Workspace;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link Suite} of two replicas of every service on free ports, booted once and stopped after the last test, and
 * a {@link Keycloak} that the suite may ask for keys, started when the first test wants it.
 */
public final class SuiteExtension implements ParameterResolver {
    private static final int REPLICAS = 2;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Suite.class || type == Keycloak.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var store = context.getRoot().getStore(ExtensionContext.Namespace.create(SuiteExtension.class));
        var keycloak = store.computeIfAbsent(Keycloak.class, type -> keycloak(), Keycloak.class);
        return parameter.getParameter().getType() == Keycloak.class
                ? keycloak.start()
                : store.computeIfAbsent(Suite.class, type -> boot(keycloak), Suite.class);
    }

    private static Keycloak keycloak() {
        return Keycloak.at(workspace(), Progress.to(System.err));
    }

    static Workspace workspace() {
        var root = Workspace.findRoot();
        return new Workspace(root, root.resolve(".local/e2e"));
    }

    private static Suite boot(Keycloak keycloak) {
        var workspace = workspace();
        var progress = Progress.to(System.err);
        try {
            return Suite.boot(
                    workspace,
                    Addresses.free(),
                    REPLICAS,
                    Map.of(
                            "FRONTDESK_OUTBOUND_ALLOWED_HOSTS",
                            keycloak.authority(),
                            // A gateway whose Redis is slow goes on with what it knows; a busy machine is not to be
                            // taken for one.
                            "FRONTDESK_ADMISSION_STATE_TIMEOUT",
                            "PT5S",
                            "FRONTDESK_IDEMPOTENCY_STATE_TIMEOUT",
                            "PT5S",
                            "FRONTDESK_ANSWER_LOG_TIMEOUT",
                            "PT5S",
                            "FRONTDESK_ANSWER_CACHE_TIMEOUT",
                            "PT5S",
                            // So with the keys of language models.
                            "FRONTDESK_LLM_POOL_STATE_TIMEOUT",
                            "PT5S",
                            // Replicas die and stop here, and nobody wants to wait for that.
                            "FRONTDESK_WORK_LEASE",
                            "PT5S",
                            "FRONTDESK_WORK_GRACE",
                            "PT1S",
                            // The whole matrix makes one for each of its requests that have to succeed.
                            "FRONTDESK_FEDERATION_MAX_PROVIDERS_PER_TENANT",
                            "10000"),
                    progress);
        } catch (RuntimeException e) {
            Suite.stopServices(workspace, progress);
            Infrastructure.stop(workspace, progress);
            throw e;
        }
    }
}
