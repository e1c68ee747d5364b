package io.frontdesk.retrieval.embedding;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** Where a caller goes on after work that was done elsewhere: on its event loop, or wherever that ends if it has none. */
public final class CallingContext {
    private CallingContext() {}

    public static Executor executor() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : command -> context.runOnContext(ready -> command.run());
    }
}
