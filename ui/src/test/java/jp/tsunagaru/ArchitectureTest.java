package jp.tsunagaru;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import jp.tsunagaru.access.AllowedFor;
import jp.tsunagaru.access.FacilityScoped;
import jp.tsunagaru.access.OwnAccount;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.axon.projection.Projection;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.spring.stereotype.Aggregate;

/** What Maven's modules cannot guard. A rule that finds nothing to look at fails. */
@AnalyzeClasses(packages = "jp.tsunagaru", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** The words of design.md §2, and the places that belong to no feature. */
  private static final Set<String> FEATURES =
      Set.of(
          "portal",
          "facility",
          "account",
          "patient",
          "consent",
          "careteam",
          "document",
          "attachment",
          "form",
          "support",
          "mailposting",
          "notice",
          "retention",
          "suspension",
          "incident",
          "operation",
          "terms",
          "education",
          "research",
          "helpdesk",
          "signature",
          "audit",
          "access",
          "refusal",
          "kernel",
          "japanese",
          "shell",
          "imaging",
          "printing",
          "fhir",
          "demo",
          "axon");

  private static final DescribedPredicate<JavaClass> NESTED =
      describe("nested", type -> type.getEnclosingClass().isPresent());

  @ArchTest
  static final ArchRule views_use_gateways_and_contracts_only =
      noClasses()
          .that()
          .resideInAPackage("..view..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..write..", "..read..", "..automation..", "jp.tsunagaru.axon..");

  @ArchTest
  static final ArchRule the_read_side_sends_no_commands =
      noClasses()
          .that()
          .resideInAPackage("..read..")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(CommandGateway.class, CommandBus.class);

  @ArchTest
  static final ArchRule the_write_side_knows_neither_projections_nor_screens =
      noClasses()
          .that()
          .resideInAnyPackage("..write..", "..automation..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..read..", "..view..", "..query..");

  @ArchTest
  static final ArchRule the_read_side_knows_neither_decisions_nor_screens =
      noClasses()
          .that()
          .resideInAPackage("..read..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..write..", "..automation..", "..view..", "..command..");

  @ArchTest
  static final ArchRule contracts_know_no_frameworks_but_the_markers_of_messages =
      noClasses()
          .that()
          .resideInAnyPackage("..command..", "..event..", "..query..", "jp.tsunagaru.kernel..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "jakarta.persistence..",
              "com.vaadin..",
              "..read..",
              "..write..",
              "..view..");

  @ArchTest
  static final ArchRule decisions_take_the_time_from_the_clock_they_are_given =
      noClasses()
          .that()
          .resideInAPackage("..write..")
          .should(callMethod(Instant.class, "now"))
          .orShould(callMethod(LocalDate.class, "now"))
          .orShould(callMethod(LocalDateTime.class, "now"))
          .orShould(callMethod(Clock.class, "systemDefaultZone"))
          .orShould(callMethod(Clock.class, "systemUTC"))
          .orShould(callMethod(System.class, "currentTimeMillis"))
          .orShould(callMethod(UUID.class, "randomUUID"))
          .orShould(callMethod(Math.class, "random"));

  @ArchTest
  static final ArchRule decisions_throw_no_dice =
      noClasses()
          .that(decide())
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(SecureRandom.class, Random.class, ThreadLocalRandom.class, UUID.class)
          .orShould(makeIds());

  @ArchTest
  static final ArchRule every_projection_can_be_rebuilt =
      classes().that().areAnnotatedWith(Projection.class).should(haveOneResetHandler());

  @ArchTest
  static final ArchRule an_answer_contains_no_entity =
      noClasses()
          .that()
          .resideInAPackage("..query..")
          .should()
          .dependOnClassesThat()
          .areAnnotatedWith("jakarta.persistence.Entity");

  @ArchTest
  static final ArchRule every_class_belongs_to_a_feature =
      classes()
          .that(
              describe(
                  "have a package below the root",
                  type -> !type.getPackageName().equals("jp.tsunagaru")))
          .should(
              new ArchCondition<>("stand in the package of a feature") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  String feature = type.getPackageName().split("\\.")[2];
                  events.add(
                      new SimpleConditionEvent(
                          type, FEATURES.contains(feature), type.getName() + " is in " + feature));
                }
              });

  @ArchTest
  static final ArchRule write_sides_of_features_do_not_know_each_other_in_circles =
      slices().matching("jp.tsunagaru.(*).write..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule read_sides_of_features_do_not_know_each_other_in_circles =
      slices().matching("jp.tsunagaru.(*).read..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule screens_of_features_do_not_know_each_other_in_circles =
      slices().matching("jp.tsunagaru.(*).view..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_configuration_knows_no_feature =
      noClasses()
          .that()
          .resideInAPackage("jp.tsunagaru.axon..")
          .should()
          .dependOnClassesThat(
              describe(
                  "belong to a feature",
                  type ->
                      type.getPackageName().startsWith("jp.tsunagaru.")
                          && !Set.of("axon", "kernel")
                              .contains(type.getPackageName().split("\\.")[2])));

  @ArchTest
  static final ArchRule public_is_what_another_package_needs =
      classes()
          .that()
          .resideInAnyPackage("..write..", "..read..", "..automation..", "..view..")
          .and()
          .arePublic()
          .and(DescribedPredicate.not(NESTED))
          // Their constants leave no trace in the classes that use them.
          .and()
          .haveSimpleNameNotEndingWith("Navigation")
          // Read by the templates of the portal.
          .and()
          .doNotHaveFullyQualifiedName("jp.tsunagaru.portal.view.ApplicationForm")
          .should(beNeededElsewhere());

  @ArchTest
  static void every_message_says_who_may_send_it(JavaClasses all) {
    assertThat(Contracts.commands()).hasSizeGreaterThan(30);
    assertThat(Contracts.queries()).hasSizeGreaterThan(15);
    assertThat(Contracts.messages())
        .allSatisfy(message -> {
          JavaClass known = all.get(message);
          assertThat(
                  known.isAnnotatedWith(AllowedFor.class)
                      || known.isAssignableTo(PatientScoped.class)
                      || known.isAssignableTo(FacilityScoped.class)
                      || known.isAssignableTo(OwnAccount.class))
              .as(message.getName())
              .isTrue();
        });
  }

  /** Aggregates and command handlers. */
  private static DescribedPredicate<JavaClass> decide() {
    return describe(
        "decide",
        type ->
            type.getPackageName().endsWith(".write")
                && (type.isAnnotatedWith(Aggregate.class)
                    || type.getCodeUnits().stream()
                        .anyMatch(unit -> unit.isAnnotatedWith(CommandHandler.class))));
  }

  private static ArchCondition<JavaClass> makeIds() {
    return new ArchCondition<>("make ids, which the sender of a command makes") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getMethodCallsFromSelf().stream()
            .map(JavaCall::getTarget)
            .filter(target ->
                target.getName().equals("next")
                    && target.getOwner().getPackageName().startsWith("jp.tsunagaru"))
            .forEach(target ->
                events.add(
                    SimpleConditionEvent.satisfied(
                        type, type.getName() + " calls " + target.getFullName())));
      }
    };
  }

  private static ArchCondition<JavaClass> haveOneResetHandler() {
    return new ArchCondition<>("have exactly one reset handler") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        long handlers =
            type.getMethods().stream()
                .filter(method -> method.isAnnotatedWith(ResetHandler.class))
                .count();
        events.add(
            new SimpleConditionEvent(
                type, handlers == 1, type.getName() + " has " + handlers + " reset handlers"));
      }
    };
  }

  /** Vaadin makes views and Spring starts configurations by reflection: those may be public too. */
  private static ArchCondition<JavaClass> beNeededElsewhere() {
    return new ArchCondition<>("be needed in another package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean needed =
            type.isAnnotatedWith("com.vaadin.flow.router.Route")
                || type.isAssignableTo("com.vaadin.flow.component.page.AppShellConfigurator")
                || type.isAssignableTo("com.vaadin.flow.router.HasErrorParameter")
                || type.isAssignableTo("com.vaadin.flow.i18n.I18NProvider")
                || type.getDirectDependenciesToSelf().stream()
                    .map(Dependency::getOriginClass)
                    .anyMatch(origin -> !origin.getPackageName().equals(type.getPackageName()));
        events.add(
            new SimpleConditionEvent(
                type, needed, type.getName() + " is public but used in its own package only"));
      }
    };
  }
}
