package io.frontdesk.kit.outbound;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Asks the system, which blocks; so on few threads of its own, that slow name servers of others can occupy. */
@ApplicationScoped
@DefaultBean
class SystemResolver implements Resolver {
    private static final int THREADS = 8;

    private final WorkerExecutor threads;

    SystemResolver(Vertx vertx) {
        this.threads = vertx.createSharedWorkerExecutor("outbound-names", THREADS);
    }

    @Override
    public Uni<List<InetAddress>> resolve(String host) {
        return Uni.createFrom().completionStage(() -> threads.executeBlocking(() -> lookUp(host), false)
                .toCompletionStage());
    }

    private static List<InetAddress> lookUp(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }
}
