/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import community.townhall.kit.messaging.EventConsumer;
import community.townhall.kit.security.access.Access;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where a line of code lives in a service. A package is a feature: its domain needs nothing but the JDK, and its
 * adapters ({@code web}, {@code mongo}, {@code messaging}) know the domain but not one another. Every service runs these
 * rules; a rule that matches nothing fails.
 */
public final class ArchitectureRules {

    private static final String[] ADAPTERS = {"..web..", "..mongo..", "..messaging.."};

    private ArchitectureRules() {}

    private static final DescribedPredicate<JavaClass> DOMAIN =
            DescribedPredicate.describe("are domain classes", javaClass -> {
                String[] parts = javaClass.getPackageName().split("\\.");
                return parts.length > 3
                        && Arrays.stream(parts)
                                .noneMatch(
                                        part -> part.equals("web") || part.equals("mongo") || part.equals("messaging"))
                        && !javaClass.getSimpleName().endsWith("Configuration")
                        && !javaClass.getSimpleName().endsWith("Properties");
            });

    /** The domain speaks Java alone; a use case may be a Spring component only through its configuration class. */
    @ArchTest
    static final ArchRule domain_needs_nothing_but_the_jdk = noClasses()
            .that(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "com.mongodb..",
                    "org.bson..",
                    "org.apache.kafka..",
                    "tools.jackson..",
                    "jakarta..",
                    "community.townhall.events..")
            .because("decisions are plain functions that outlive every framework");

    @ArchTest
    static final ArchRule only_messaging_knows_events_and_kafka = noClasses()
            .that()
            .resideInAnyPackage("..web..", "..mongo..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are of the contract or of Kafka",
                    (JavaClass target) -> (target.getPackageName().startsWith("community.townhall.events")
                                    && !target.getSimpleName().equals("StableId"))
                            || target.getPackageName().startsWith("org.apache.kafka")
                            || target.getPackageName().startsWith("org.springframework.kafka")));

    @ArchTest
    static final ArchRule only_mongo_knows_mongo = noClasses()
            .that()
            .resideInAnyPackage("..web..", "..messaging..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..", "org.springframework.data.mongodb..");

    @ArchTest
    static final ArchRule web_does_not_know_the_other_adapters = noClasses()
            .that()
            .resideInAPackage("..web..")
            .should()
            .dependOnClassesThat(areAdapters("mongo", "messaging"));

    @ArchTest
    static final ArchRule mongo_does_not_know_the_other_adapters = noClasses()
            .that()
            .resideInAPackage("..mongo..")
            .should()
            .dependOnClassesThat(areAdapters("web", "messaging"));

    @ArchTest
    static final ArchRule messaging_does_not_know_the_other_adapters = noClasses()
            .that()
            .resideInAPackage("..messaging..")
            .should()
            .dependOnClassesThat(areAdapters("web", "mongo"))
            .allowEmptyShould(true); // the gateway neither sends nor hears events

    @ArchTest
    static final ArchRule adapters_are_package_private = noClasses()
            .that()
            .resideInAnyPackage(ADAPTERS)
            .and()
            .haveSimpleNameNotEndingWith("package-info")
            .should()
            .bePublic()
            .because("nothing but Spring needs to name an adapter");

    @ArchTest
    static final ArchRule every_handler_says_who_may_call_it =
            methods().that().areMetaAnnotatedWith(RequestMapping.class).should(carryExactlyOneAccessAnnotation());

    @ArchTest
    static final ArchRule controllers_are_web_adapters =
            classes().that().areAnnotatedWith(RestController.class).should().resideInAPackage("..web..");

    @ArchTest
    static final ArchRule no_field_injection =
            noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class);

    @ArchTest
    static final ArchRule no_save_on_aggregates = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "save or replace a document",
                    call -> call.getTargetOwner().getPackageName().startsWith("org.springframework.data.mongodb")
                            && (call.getName().equals("save")
                                    || call.getName().equals("replace")
                                    || call.getName().equals("findAndReplace"))))
            .because("a stale replacement brings delivered events back");

    @ArchTest
    static final ArchRule names_say_what_a_class_is = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager");

    @ArchTest
    static final ArchRule nothing_asks_the_system_for_the_time = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("..test..")
            .should(callInstantNow())
            .because("the clock is passed in");

    @ArchTest
    static final ArchRule every_package_is_null_marked = classes()
            .that(DescribedPredicate.describe("are our own", (JavaClass javaClass) -> !javaClass.isAnonymousClass()))
            .should(resideInANullMarkedPackage());

    @ArchTest
    static final ArchRule features_have_no_cycles =
            slices().matching("community.townhall.*.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule domain_knows_no_adapter =
            noClasses().that(DOMAIN).should().dependOnClassesThat(areAdapters("web", "mongo", "messaging"));

    @ArchTest
    static final ArchRule no_feature_reaches_into_anothers_adapters = classes()
            .should(new ArchCondition<>("know no adapter of another feature") {
                @Override
                public void check(JavaClass javaClass, ConditionEvents events) {
                    javaClass.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> isAdapter(dependency.getTargetClass())
                                    && !featureOf(dependency.getTargetClass()).equals(featureOf(javaClass)))
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(javaClass, dependency.getDescription())));
                }
            });

    /** What services share, and what they may know beside themselves. */
    private static final Set<String> SHARED = Set.of("kit", "community", "texts", "events");

    @ArchTest
    static final ArchRule no_service_knows_another = classes().should(new ArchCondition<>("know no other service") {
        @Override
        public void check(JavaClass javaClass, ConditionEvents events) {
            javaClass.getDirectDependenciesFromSelf().stream()
                    .filter(dependency -> isOurs(dependency.getTargetClass()))
                    .filter(dependency -> {
                        String module = moduleOf(dependency.getTargetClass());
                        return !SHARED.contains(module) && !module.equals(moduleOf(javaClass));
                    })
                    .forEach(dependency ->
                            events.add(SimpleConditionEvent.violated(javaClass, dependency.getDescription())));
        }
    });

    private static boolean isOurs(JavaClass javaClass) {
        return javaClass.getPackageName().startsWith("community.townhall.");
    }

    /** Such as {@code content}. */
    private static String moduleOf(JavaClass javaClass) {
        return javaClass.getPackageName().split("\\.")[2];
    }

    private static boolean isAdapter(JavaClass javaClass) {
        return isOurs(javaClass)
                && !SHARED.contains(moduleOf(javaClass))
                && Stream.of("web", "mongo", "messaging")
                        .anyMatch(adapter -> javaClass.getPackageName().endsWith("." + adapter));
    }

    /** Such as {@code content.post}; of what is in no feature, its package. */
    private static String featureOf(JavaClass javaClass) {
        return javaClass.getPackageName().replaceFirst("\\.(web|mongo|messaging)$", "");
    }

    private static DescribedPredicate<JavaClass> areAdapters(String... adapters) {
        return DescribedPredicate.describe("are adapters of another kind", target -> {
            String name = target.getPackageName();
            return name.startsWith("community.townhall.")
                    && !name.startsWith("community.townhall.kit")
                    && Arrays.stream(adapters).anyMatch(adapter -> name.endsWith("." + adapter));
        });
    }

    @ArchTest
    static void who_handles_events_is_held_to_the_contract(JavaClasses service) {
        boolean handlesEvents = service.stream()
                .flatMap(javaClass -> javaClass.getDirectDependenciesFromSelf().stream())
                .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(EventConsumer.class));
        String[] packages =
                service.stream().map(JavaClass::getPackageName).distinct().toArray(String[]::new);
        boolean isHeld = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests()).importPackages(packages).stream()
                        .anyMatch(test -> test.isAssignableTo(ServiceContract.class)
                                && !test.isEquivalentTo(ServiceContract.class));
        if (handlesEvents && !isHeld) {
            throw new AssertionError("No test class of the service extends ServiceContract");
        }
    }

    private static ArchCondition<JavaMethod> carryExactlyOneAccessAnnotation() {
        return new ArchCondition<>("carry exactly one access annotation") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                long count = method.getAnnotations().stream()
                        .filter(annotation -> annotation.getRawType().isAnnotatedWith(Access.class))
                        .count();
                events.add(new SimpleConditionEvent(
                        method, count == 1, method.getFullName() + " carries " + count + " access annotations"));
            }
        };
    }

    private static ArchCondition<JavaMethod> callInstantNow() {
        return new ArchCondition<>("ask the system for the time") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().getPackageName().equals("java.time")
                                && call.getName().equals("now")
                                && call.getTarget().getRawParameterTypes().isEmpty())
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(method, call.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package that is @NullMarked") {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                boolean marked = javaClass.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        javaClass,
                        marked,
                        javaClass.getPackageName() + " is" + (marked ? "" : " not") + " @NullMarked"));
            }
        };
    }
}
