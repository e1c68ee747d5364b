package io.frontdesk.e2e.isolation;

import static io.restassured.RestAssured.given;

import io.frontdesk.e2e.openapi.ApiDocument;
import io.frontdesk.e2e.openapi.Operation;
import io.frontdesk.e2e.openapi.Wire;
import io.frontdesk.local.suite.Instance;
import io.frontdesk.local.suite.Service;
import io.frontdesk.local.suite.Suite;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Every operation of every service of a running suite, as the services themselves describe them. */
public record SuiteApi(Suite suite) {

    List<Operation> operations() {
        return Arrays.stream(Service.values())
                .map(this::document)
                .flatMap(document -> document.operations().stream())
                .toList();
    }

    /** Goes to the first replica of a service, then the second, and so on. */
    public Wire wire() {
        var turn = new AtomicInteger();
        var replicas = suite.instances().size() / Service.values().length;
        return Wire.to(service ->
                suite.addresses().url(new Instance(service(service), 1 + turn.getAndIncrement() % replicas)));
    }

    public ApiDocument document(Service service) {
        var instance = new Instance(service, 1);
        var address = service == Service.GATEWAY
                ? suite.addresses().url(instance)
                : suite.addresses().managementUrl(instance);
        var json = given().baseUri(address)
                .accept("application/json")
                .get("/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return ApiDocument.parse(service.folder(), json);
    }

    private static Service service(String folder) {
        return Arrays.stream(Service.values())
                .filter(service -> service.folder().equals(folder))
                .findFirst()
                .orElseThrow();
    }
}
