package io.frontdesk.simulator;

/**
 * The simulator as a program: {@code java -jar frontdesk-llm-simulator.jar [--port 8089] [--host 127.0.0.1]}. Runs until
 * it is stopped.
 */
public final class SimulatorMain {
    private SimulatorMain() {}

    public static void main(String[] args) {
        int port = 8089;
        var host = "127.0.0.1";
        for (int i = 0; i < args.length; i += 2) {
            var value = i + 1 < args.length ? args[i + 1] : "";
            if (args[i].equals("--port") && value.matches("\\d{1,5}")) {
                port = Integer.parseInt(value);
            } else if (args[i].equals("--host") && !value.isEmpty()) {
                host = value;
            } else {
                System.err.println("usage: [--port NUMBER] [--host ADDRESS]; not understood: " + args[i] + " " + value);
                System.exit(2);
            }
        }
        var simulator = LlmSimulator.start(host, port, Runtime.getRuntime().availableProcessors());
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
        System.out.println("simulator: " + simulator.baseUrl());
    }
}
