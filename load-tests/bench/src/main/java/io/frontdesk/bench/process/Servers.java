package io.frontdesk.bench.process;

import io.frontdesk.bench.environment.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The servers that the suite is compared with. Each has {@code GET /hello} and {@code POST /echo}. */
public final class Servers {
    private Servers() {}

    /** The module of this repository, as it was built. It looks for its Redis when it is first asked for what is stored. */
    public static Child bareQuarkus(Path root, Path logs, String redisUrl) {
        var jar = root.resolve("load-tests/bare-quarkus/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new Failure(
                    "the bare endpoint is not built: ./mvnw package -Dquick -DskipTests -pl load-tests/bare-quarkus");
        }
        int port = Child.freePort();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // The collector that the launcher gives the services.
        var command = new ProcessBuilder(
                java, "-Xmx256m", "-XX:+UseSerialGC", "-Dquarkus.http.port=" + port, "-jar", jar.toString());
        command.environment().put("REDIS_URL", redisUrl);
        return Child.start(command, port, logs.resolve("bare-quarkus.log"));
    }

    /** As many workers as cores. Its echo answers a fixed body: nginx alone cannot read JSON. */
    public static Child nginx(DebianTool nginx, Path folder) {
        return nginx(nginx, folder, "");
    }

    /** The same, and before the server there, for whatever its path begins with {@code /v1/}. */
    public static Child nginxBefore(DebianTool nginx, Path folder, URI server) {
        return nginx(nginx, folder, """
                upstream behind { server %s:%d; keepalive 64; }
                """.formatted(server.getHost(), server.getPort()));
    }

    private static Child nginx(DebianTool nginx, Path folder, String upstream) {
        int port = Child.freePort();
        try {
            var configuration = folder.resolve("nginx.conf");
            Files.writeString(configuration, configuration(port, upstream));
            var command = nginx.command(List.of(
                    "-p",
                    folder.toString(),
                    "-e",
                    folder.resolve("nginx.log").toString(),
                    "-c",
                    configuration.toString()));
            return Child.start(command, port, folder.resolve("nginx.log"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String configuration(int port, String upstream) {
        var proxy = upstream.isEmpty()
                ? ""
                : "location /v1/ { proxy_pass http://behind; proxy_http_version 1.1; proxy_set_header Connection \"\"; }";
        // Started by root, workers change to a user that not every machine has, unless told otherwise.
        var user = System.getProperty("user.name").equals("root") ? "user root root;\n" : "";
        return user + """
                daemon off;
                worker_processes auto;
                pid nginx.pid;
                events { worker_connections 4096; }
                http {
                    access_log off;
                    keepalive_requests 100000000;
                    client_body_temp_path body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                    %s
                    server {
                        listen 127.0.0.1:%d;
                        location /hello { default_type text/plain; return 200 "hello"; }
                        location /echo { default_type application/json; return 200 "{}"; }
                        %s
                    }
                }
                """.formatted(upstream, port, proxy);
    }
}
