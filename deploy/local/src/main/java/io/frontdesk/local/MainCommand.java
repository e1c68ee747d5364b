package io.frontdesk.local;

/** Temporary entry: the test servers. */
public final class MainCommand {
    private MainCommand() {}

    public static void main(String[] args) {
        var infra = TestInfrastructure.ensure();
        System.out.println(infra.createDatabase("main").url("auth") + " " + infra.redisUrl() + " "
                + infra.kafkaBootstrapServers());
    }
}
