package io.frontdesk.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.frontdesk.contracts.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class UserTest extends ServiceTest {
    @Test
    void isCreatedByAnAdminOfTheTenant() {
        ValidatableResponse created =
                create(tokenOf(newTenant(), "admin"), "Ann." + Ids.next() + "@Example.com", "agent");

        created.statusCode(201)
                .body("id", notNullValue())
                .body("role", equalTo("agent"))
                .body("created_at", notNullValue());
        assertThat(created.extract().<String>path("email")).startsWith("ann.").endsWith("@example.com");
        assertThat(created.extract().asString()).doesNotContain("password", "$2");
    }

    @Test
    void hasAnAddressThatNobodyElseHas() {
        String taken = newUser(newTenant(), "owner");

        isProblem(create(tokenOf(newTenant(), "admin"), taken, "agent"), 409, "conflict");
    }

    @Test
    void isNotCreatedByAnAgent() {
        String agent =
                token(login(newUser(newTenant(), "agent"), PASSWORD).extract().path("access_token"));

        isProblem(create(agent, Ids.next() + "@example.com", "owner"), 403, "forbidden");
    }

    @ParameterizedTest
    @CsvSource({
        "nobody, correct horse battery, agent, email",
        "a@b.example, short, agent, password",
        "a@b.example, correct horse battery, operator, role",
        "a@b.example, correct horse battery, OWNER, role"
    })
    void isRefusedWithAFieldThatIsWrong(String email, String password, String role, String field) {
        isInvalidField(
                post(
                        "/users",
                        tokenOf(newTenant(), "admin"),
                        Map.of("email", email, "password", password, "role", role)),
                field);
    }

    @Test
    void cannotBePutIntoAnotherTenant() {
        isInvalidField(
                post(
                        "/users",
                        tokenOf(newTenant(), "admin"),
                        Map.of(
                                "email",
                                Ids.next() + "@example.com",
                                "password",
                                PASSWORD,
                                "role",
                                "owner",
                                "tenant_id",
                                newTenant())),
                "tenant_id");
    }

    private static ValidatableResponse create(String token, String email, String role) {
        return post("/users", token, Map.of("email", email, "password", PASSWORD, "role", role));
    }
}
