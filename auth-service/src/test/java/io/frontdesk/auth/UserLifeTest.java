package io.frontdesk.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.frontdesk.contracts.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a user after its creation. */
@QuarkusTest
class UserLifeTest extends ServiceTest {
    private static final String OTHER_PASSWORD = "another horse battery";

    @Inject
    Traces traces;

    private UUID tenant;
    private String admin;

    @BeforeEach
    void foundATenant() {
        tenant = newTenant();
        admin = tokenOf(tenant, "admin");
    }

    @Test
    void isReadByAdminsOfItsTenantOnly() {
        User ann = create("agent");

        read(admin, ann).statusCode(200).body("email", equalTo(ann.email())).body("role", equalTo("agent"));
        given().auth()
                .oauth2(admin)
                .get("/internal/v1/users")
                .then()
                .statusCode(200)
                .body("data.id", contains(ann.id()));

        String stranger = tokenOf(newTenant(), "admin");
        isProblem(read(stranger, ann), 404, "not-found");
        isProblem(change(stranger, ann, Map.of("role", "owner")), 404, "not-found");
        isProblem(remove(stranger, ann), 404, "not-found");
        String agent = tokenOf(tenant, "chat", "search", "tickets:write");
        isProblem(read(agent, ann), 403, "forbidden");
        isProblem(change(agent, ann, Map.of("role", "owner")), 403, "forbidden");
        isProblem(remove(agent, ann), 403, "forbidden");
        read(admin, ann).body("role", equalTo("agent"));
    }

    @Test
    void isListedPageByPage() {
        User first = create("agent");
        User second = create("viewer");

        String cursor = list("?limit=1")
                .statusCode(200)
                .body("data.id", contains(first.id()))
                .body("next_cursor", notNullValue())
                .extract()
                .path("next_cursor");

        list("?limit=1&cursor=" + cursor).body("data.id", contains(second.id())).body("next_cursor", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"limit, 0", "limit, 101", "limit, many", "cursor, first"})
    void isNotListedInPagesOfOtherKinds(String parameter, String value) {
        isInvalidField(list("?" + parameter + "=" + value), parameter);
    }

    @Test
    void hasTheScopesOfItsNewRoleAtOnce() {
        User ann = create("viewer");
        String access = accessTokenOf(ann, PASSWORD);
        exchange(access).statusCode(200).body("scope", not(equalTo("tickets:write")));

        change(admin, ann, Map.of("role", "agent")).statusCode(200).body("role", equalTo("agent"));

        List<String> scopes = List.of(
                exchange(access).statusCode(200).extract().<String>path("scope").split(" "));
        assertThat(scopes).contains("tickets:write", "chat");
        assertThat(traces.state(tenant, "user:" + ann.id())).isEqualTo("1");
    }

    @Test
    void isLoggedOutEverywhereByANewPassword() {
        User ann = create("agent");
        String access = accessTokenOf(ann, PASSWORD);

        change(admin, ann, Map.of("password", OTHER_PASSWORD)).statusCode(200).body("password", nullValue());

        isProblem(exchange(access), 401, "unauthenticated");
        isProblem(login(ann.email(), PASSWORD), 401, "unauthenticated");
        exchange(accessTokenOf(ann, OTHER_PASSWORD)).statusCode(200);
    }

    @Test
    void isRefusedAfterItsRemoval() throws SQLException {
        User ann = create("agent");
        String access = accessTokenOf(ann, PASSWORD);

        remove(admin, ann).statusCode(204);

        isProblem(exchange(access), 401, "unauthenticated");
        isProblem(login(ann.email(), PASSWORD), 401, "unauthenticated");
        isProblem(read(admin, ann), 404, "not-found");
        isProblem(remove(admin, ann), 404, "not-found");
        assertThat(traces.state(tenant, "user:" + ann.id())).isEqualTo("1");
        assertThat(traces.waiting(tenant)).isZero();
    }

    @Test
    void isAccountedFor() throws SQLException {
        User ann = create("viewer");

        change(admin, ann, Map.of("role", "agent", "password", OTHER_PASSWORD)).statusCode(200);
        remove(admin, ann).statusCode(204);

        String target = " user:" + ann.id() + " ";
        assertThat(traces.audited(tenant))
                .anyMatch(event -> event.startsWith("user_created key:") && event.contains(target))
                .anyMatch(event -> event.startsWith("user_role_changed key:")
                        && event.contains(target)
                        && event.contains("viewer")
                        && event.contains("agent"))
                .anyMatch(event -> event.startsWith("user_password_changed key:") && event.contains(target))
                .anyMatch(event -> event.startsWith("user_removed key:") && event.contains(target))
                .noneMatch(event -> event.contains(OTHER_PASSWORD));
    }

    @Test
    void staysAsItIsWhereNothingIsChanged() throws SQLException {
        User ann = create("viewer");

        change(admin, ann, Map.of("role", "viewer")).statusCode(200);
        change(admin, ann, Map.of()).statusCode(200).body("role", equalTo("viewer"));

        assertThat(traces.state(tenant, "user:" + ann.id())).isNull();
        assertThat(traces.audited(tenant)).noneMatch(event -> event.startsWith("user_role_changed"));
    }

    @Test
    void cannotGoWhileItIsTheLastOwner() {
        User ann = create("owner");
        create("agent");

        isProblem(remove(admin, ann), 409, "conflict");
        isProblem(change(admin, ann, Map.of("role", "agent")), 409, "conflict");

        change(admin, ann, Map.of("password", OTHER_PASSWORD)).statusCode(200).body("role", equalTo("owner"));
        User bob = create("owner");
        remove(admin, ann).statusCode(204);
        isProblem(remove(admin, bob), 409, "conflict");
    }

    @Test
    void leavesOneOwnerWhereAllAreRemovedAtOnce() {
        List<User> owners = List.of(create("owner"), create("owner"), create("owner"), create("owner"));

        List<CompletableFuture<Integer>> removals = owners.stream()
                .map(owner -> CompletableFuture.supplyAsync(
                        () -> remove(admin, owner).extract().statusCode()))
                .toList();

        assertThat(removals.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(204, 204, 204, 409);
        list("").body("data.role", contains("owner")).body("data", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenant_id", "epoch", "email", "id", "password_hash"})
    void hasFieldsThatNobodyChanges(String field) {
        isInvalidField(change(admin, create("agent"), Map.of("role", "viewer", field, "x")), field);
    }

    @ParameterizedTest
    @CsvSource({"role, admin", "role, ''", "role, Owner", "role, operator", "password, short", "password, ''"})
    void isNotChangedIntoWhatCannotBe(String field, String value) {
        isInvalidField(change(admin, create("agent"), Map.of(field, value)), field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "00000000-0000-0000-0000-000000000000", "%27%20or%201=1"})
    void isNotFoundUnderAnyOtherId(String id) {
        User nobody = new User(id, "");

        isProblem(read(admin, nobody), 404, "not-found");
        isProblem(change(admin, nobody, Map.of("role", "agent")), 404, "not-found");
        isProblem(remove(admin, nobody), 404, "not-found");
    }

    /** Else an admin of the installation's own tenant would become its operator. */
    @Test
    void whoIsAnOperatorIsTheOperatorsAlone() {
        UUID installation = UUID.fromString(
                exchange(InstallationResource.OPERATOR_KEY).extract().path("tenant_id"));
        String email = Ids.next() + "@example.com";
        var newOperator = Map.of("email", email, "password", PASSWORD, "role", "operator");
        String installationAdmin = tokenOf(installation, "admin");
        isProblem(post("/users", installationAdmin, newOperator), 403, "forbidden");

        User operator = new User(
                post("/users", operator(), newOperator)
                        .statusCode(201)
                        .extract()
                        .path("id"),
                email);

        isProblem(change(installationAdmin, operator, Map.of("password", OTHER_PASSWORD)), 403, "forbidden");
        isProblem(remove(installationAdmin, operator), 403, "forbidden");
        User agent = createBy(installationAdmin, "agent");
        isProblem(change(installationAdmin, agent, Map.of("role", "operator")), 403, "forbidden");
        assertThat(exchange(accessTokenOf(operator, PASSWORD)).extract().<String>path("scope"))
                .contains("operator");
        remove(operator(), operator).statusCode(204);
    }

    private User create(String role) {
        return createBy(admin, role);
    }

    private static User createBy(String token, String role) {
        String email = Ids.next() + "@example.com";
        return new User(
                post("/users", token, Map.of("email", email, "password", PASSWORD, "role", role))
                        .statusCode(201)
                        .extract()
                        .path("id"),
                email);
    }

    private static String accessTokenOf(User user, String password) {
        return login(user.email(), password).statusCode(200).extract().path("access_token");
    }

    private ValidatableResponse list(String query) {
        return given().auth().oauth2(admin).get("/internal/v1/users" + query).then();
    }

    private static ValidatableResponse read(String token, User user) {
        return given().auth()
                .oauth2(token)
                .urlEncodingEnabled(false)
                .get(path(user))
                .then();
    }

    private static ValidatableResponse change(String token, User user, Map<String, ?> change) {
        return given().auth()
                .oauth2(token)
                .urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body(change)
                .patch(path(user))
                .then();
    }

    private static ValidatableResponse remove(String token, User user) {
        return given().auth()
                .oauth2(token)
                .urlEncodingEnabled(false)
                .delete(path(user))
                .then();
    }

    private static String path(User user) {
        return "/internal/v1/users/" + user.id();
    }

    private record User(String id, String email) {}
}
