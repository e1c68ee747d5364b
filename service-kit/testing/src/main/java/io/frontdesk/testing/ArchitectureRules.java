package io.frontdesk.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The rules that every service keeps. A service takes them over in a test class:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "io.frontdesk.auth", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ArchitectureTest {
 *     @ArchTest
 *     static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
 * }
 * }</pre>
 */
public final class ArchitectureRules {
    private static final String KIT = "io.frontdesk.kit..";

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().matching("io.frontdesk.*.(**)")
            .should()
            .beFreeOfCycles()
            .because("a package that needs another which needs it cannot be understood or moved alone");

    @ArchTest
    static final ArchRule RESOURCES_DO_NOT_TOUCH_STORES = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat(simpleNameEndingWith("Store"))
            .because("a resource speaks HTTP and translates; the use case decides")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule SQL_STANDS_IN_STORES = classes()
            .that(not(resideInAPackage(KIT)))
            .and(doNotStandInA("Store"))
            .should()
            .onlyDependOnClassesThat(not(resideInAPackage("io.vertx.mutiny.sqlclient..")))
            .because("what is asked of the database is found in one kind of place")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule HTTP_STANDS_AT_THE_EDGE = noClasses()
            .that(not(resideInAPackage(KIT)))
            .and(doNotStandInA("Resource"))
            .and(doNotStandInA("Client"))
            .and(doNotStandInA("Mapper"))
            .and(doNotStandInA("Filter"))
            .and(doNotStandInA("Interceptor"))
            .and(doNotStandInA("Mechanism"))
            .and(doNotStandInA("Writer"))
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta.ws.rs.."))
            .because("what is below a resource or a client does not know how it is spoken to")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule TENANTLESS_WORK_STANDS_IN_SYSTEM_PACKAGES = noClasses()
            .that(not(resideInAPackage(KIT)))
            .and()
            .resideOutsideOfPackage("..system..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.frontdesk.kit.database.SystemDatabase")
            .because("work that row-level security does not bind to a tenant must be easy to review")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NO_STATE_IS_STATIC = fields().that()
            .areStatic()
            .should()
            .beFinal()
            .because("static state crosses tenants and tests")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NO_CACHE_IS_STATIC = noFields()
            .that()
            .areStatic()
            .should()
            .haveRawType(isMutableContainer())
            .because("a process-wide cache or counter crosses tenants (known-failures 10)")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NOTHING_AWAITS = noClasses()
            .should()
            .callMethod("io.smallrye.mutiny.Uni", "await")
            .because("waiting blocks the event loop; blocking work stands on virtual threads, and says so")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule INJECTION_IS_BY_CONSTRUCTOR = noFields()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .because("a class that is whole after construction can be tested without a container")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .because("such a name is a place where anything gathers");

    private ArchitectureRules() {}

    /** Neither the class nor, for nested and anonymous ones, the class around it has a name of this kind. */
    private static DescribedPredicate<JavaClass> doNotStandInA(String kind) {
        return DescribedPredicate.describe("do not stand in a " + kind, type -> {
            String outermost = type.getName().substring(type.getPackageName().length() + 1);
            int nested = outermost.indexOf('$');
            return !(nested < 0 ? outermost : outermost.substring(0, nested)).endsWith(kind);
        });
    }

    /** Unmodifiable collections are constants; what says that it changes is not. */
    private static DescribedPredicate<JavaClass> isMutableContainer() {
        return DescribedPredicate.describe(
                "a cache, counter or mutable container",
                type -> type.getPackageName().startsWith("com.github.benmanes.caffeine")
                        || type.isAssignableTo(AtomicInteger.class)
                        || type.isAssignableTo(AtomicLong.class)
                        || type.isAssignableTo(AtomicBoolean.class)
                        || type.isAssignableTo(AtomicReference.class)
                        || isMutableCollection(type));
    }

    private static boolean isMutableCollection(JavaClass type) {
        boolean collection = type.isAssignableTo(Map.class) || type.isAssignableTo(Collection.class);
        return collection && (!type.isInterface() || type.getSimpleName().startsWith("Concurrent"));
    }
}
