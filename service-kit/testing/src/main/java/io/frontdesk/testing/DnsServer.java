package io.frontdesk.testing;

import io.frontdesk.local.infra.DebianProgram;
import io.frontdesk.local.process.Command;
import io.frontdesk.local.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** dnsmasq, which answers for names under {@code .test} with what a test tells it, and with NXDOMAIN where that is nothing. */
public final class DnsServer implements AutoCloseable {
    private final int port = freePort();
    private final List<String> services;
    private final Path hosts;
    private @Nullable Process process;

    /**
     * One that runs.
     *
     * @param services SRV records, each {@code name,target,port}
     */
    public DnsServer(String... services) {
        this.services = List.of(services);
        try {
            this.hosts = Files.createTempFile("hosts", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    /** From now on the name has these addresses, and no other name has any. */
    public void tell(String name, Collection<String> addresses) {
        try {
            Files.writeString(
                    hosts,
                    addresses.stream()
                            .map(address -> address + " " + name + "\n")
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (process != null) {
            Command.of("sh", "-c", "kill -HUP " + process.pid()).runOrFail("see dnsmasq");
        }
    }

    public void start() {
        var words = new ArrayList<>(List.of("exec", "dnsmasq", "--keep-in-foreground", "--conf-file=/dev/null"));
        words.addAll(List.of("--user=root", "--pid-file=", "--port=" + port));
        words.addAll(List.of("--listen-address=127.0.0.1", "--bind-interfaces", "--no-resolv", "--local=/test/"));
        words.addAll(List.of("--no-hosts", "--addn-hosts=" + hosts));
        services.forEach(service -> words.add("--srv-host=" + service));
        var environment =
                new DebianProgram(Workspace.test(Workspace.findRoot()), "dnsmasq", "dnsmasq-base").environment();
        var builder = new ProcessBuilder("sh", "-c", String.join(" ", words)).inheritIO();
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void stop() {
        if (process != null) {
            process.destroy();
            process.onExit().join();
            process = null;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        Files.delete(hosts);
    }
}
