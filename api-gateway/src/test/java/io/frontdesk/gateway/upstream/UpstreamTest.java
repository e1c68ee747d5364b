package io.frontdesk.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.core.http.HttpClientRequest;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A connection that ends before a request has a stream on it. */
class UpstreamTest {
    @Test
    void aRequestThatNeverHadAStreamHasNone() {
        assertThat(Upstream.stream(whoseStreamIs(null))).isNegative();
        assertThat(Upstream.stream(whoseStreamIs(7))).isEqualTo(7);
    }

    /** As Vert.x 4.5 has it: without a stream it fails. */
    @SuppressWarnings("NullAway") // That nothing is unboxed is what is tried.
    private static HttpClientRequest whoseStreamIs(@Nullable Integer id) {
        var request = (io.vertx.core.http.HttpClientRequest) Proxy.newProxyInstance(
                UpstreamTest.class.getClassLoader(),
                new Class<?>[] {io.vertx.core.http.HttpClientRequest.class},
                (proxy, method, arguments) -> id.intValue());
        return HttpClientRequest.newInstance(request);
    }
}
