package io.frontdesk.kit.request;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** Where a request goes on after work that was done elsewhere: in its own context, or wherever that ends if it has none. */
public final class CallingContext {
    private CallingContext() {}

    public static Executor executor() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : command -> context.runOnContext(ready -> command.run());
    }
}
