package io.frontdesk.generation.log;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.time.Duration;
import java.util.concurrent.Executor;

/** The one event loop on which the answers of this replica are told, so that what belongs to them needs no locks. */
final class Loop implements Executor {
    private final Vertx vertx;
    private final Context context;
    private volatile boolean open = true;

    Loop(Vertx vertx) {
        this.vertx = vertx;
        this.context = ((VertxInternal) vertx).createEventLoopContext();
    }

    /** Runs it there, after what waits there already. */
    @Override
    public void execute(Runnable step) {
        context.runOnContext(ignored -> {
            if (open) {
                step.run();
            }
        });
    }

    /** A context for work that no request is there for, of whose own is what it says in logs. */
    Context contextOfItsOwn() {
        return VertxContext.createNewDuplicatedContext(context);
    }

    /** Runs it there when the time has passed. */
    void after(Duration time, Runnable step) {
        vertx.setTimer(time.toMillis() + 1, timer -> execute(step));
    }

    /** Runs it there, again and again. */
    void every(Duration time, Runnable step) {
        vertx.setPeriodic(time.toMillis(), timer -> {
            execute(step);
            if (!open) {
                vertx.cancelTimer(timer);
            }
        });
    }

    /** Nothing more happens there. */
    void close() {
        open = false;
    }
}
