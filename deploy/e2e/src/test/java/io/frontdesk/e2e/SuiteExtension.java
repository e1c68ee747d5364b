package io.frontdesk.e2e;

import io.frontdesk.local.infra.Infrastructure;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.suite.Addresses;
import io.frontdesk.local.suite.Suite;
import io.frontdesk.local.workspace.Workspace;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a {@link Suite} of two replicas of every service on free ports, booted once and stopped after the last test. */
public final class SuiteExtension implements ParameterResolver {
    private static final int REPLICAS = 2;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Suite.class;
    }

    @Override
    public Suite resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SuiteExtension.class))
                .computeIfAbsent(Suite.class, type -> boot(), Suite.class);
    }

    private static Suite boot() {
        var root = Workspace.findRoot();
        var workspace = new Workspace(root, root.resolve(".local/e2e"));
        var progress = Progress.to(System.err);
        try {
            return Suite.boot(workspace, Addresses.free(), REPLICAS, Map.of(), progress);
        } catch (RuntimeException e) {
            Suite.stopServices(workspace, progress);
            Infrastructure.stop(workspace, progress);
            throw e;
        }
    }
}
