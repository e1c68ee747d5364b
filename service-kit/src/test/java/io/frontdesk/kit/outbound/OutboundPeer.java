package io.frontdesk.kit.outbound;

import static org.awaitility.Awaitility.await;

import io.frontdesk.testing.TestCertificate;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.PfxOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server whose paths are its behaviour. */
final class OutboundPeer {
    private static final int PIECE = 1000;

    private final Vertx vertx;
    private final HttpServer server;
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final List<String> names = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    private OutboundPeer(Vertx vertx, TestCertificate certificate) {
        this.vertx = vertx;
        this.server = vertx.createHttpServer(
                        new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(pfx(certificate)))
                .connectionHandler(connection -> {
                    connections.incrementAndGet();
                    connection.closeHandler(closed -> connections.decrementAndGet());
                    names.add(connection.indicatedServerName());
                })
                .requestHandler(this::answer);
    }

    static OutboundPeer start(Vertx vertx, TestCertificate certificate) {
        var peer = new OutboundPeer(vertx, certificate);
        await().until(peer.server.listen(0, "127.0.0.1")::succeeded);
        return peer;
    }

    static PfxOptions pfx(TestCertificate certificate) {
        return new PfxOptions().setPath(certificate.keystore().toString()).setPassword(TestCertificate.PASSWORD);
    }

    void close() {
        await().until(server.close()::isComplete);
    }

    int port() {
        return server.actualPort();
    }

    List<String> paths() {
        return List.copyOf(paths);
    }

    List<String> indicatedNames() {
        return List.copyOf(names);
    }

    boolean hasNoConnection() {
        return connections.get() == 0;
    }

    private void answer(HttpServerRequest request) {
        paths.add(request.path());
        HttpServerResponse response = request.response();
        switch (request.path()) {
            case "/echo" ->
                response.putHeader("content-type", "text/plain")
                        .end("%s %s %s %s"
                                .formatted(
                                        request.method(),
                                        request.uri(),
                                        request.getHeader("host"),
                                        request.getHeader("accept")));
            case "/body" ->
                request.body()
                        .onSuccess(body ->
                                response.end(request.method() + " " + request.getHeader("content-type") + " " + body));
            case "/redirect" ->
                response.setStatusCode(302)
                        .putHeader("location", request.query())
                        .end();
            case "/loop" ->
                response.setStatusCode(307).putHeader("location", "/loop").end();
            case "/exact" -> response.end(piece(10 * PIECE));
            case "/announced" ->
                response.putHeader("content-length", "1000000000").write(piece(11 * PIECE));
            case "/endless" -> writeOn(response.setChunked(true));
            case "/headers" -> response.putHeader("x-long", "a".repeat(100_000)).end();
            case "/slow" -> {
                response.setChunked(true);
                vertx.setPeriodic(20, timer -> trickle(response, timer));
            }
            case "/silent" -> {}
            default -> response.setStatusCode(404).end();
        }
    }

    private void writeOn(HttpServerResponse response) {
        response.write(piece(PIECE)).onSuccess(written -> writeOn(response));
    }

    private void trickle(HttpServerResponse response, long timer) {
        if (response.closed()) {
            vertx.cancelTimer(timer);
        } else {
            response.write("a");
        }
    }

    private static Buffer piece(int length) {
        return Buffer.buffer("a".repeat(length));
    }
}
