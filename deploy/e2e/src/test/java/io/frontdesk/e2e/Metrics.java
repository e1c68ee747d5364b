package io.frontdesk.e2e;

import static io.restassured.RestAssured.given;

import io.frontdesk.local.suite.Instance;
import io.frontdesk.local.suite.Suite;

/** What an instance counts. */
public final class Metrics {
    private Metrics() {}

    /** The sum of a metric over its labels; of one that was never counted, and where the instance is not ready, 0. */
    public static double of(Suite suite, Instance instance, String name) {
        if (!suite.isReady(instance)) {
            return 0;
        }
        return given().baseUri(suite.addresses().managementUrl(instance))
                .get("/metrics")
                .asString()
                .lines()
                .filter(line -> line.matches(name + "(\\{.*})? .*"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
