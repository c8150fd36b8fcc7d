package jp.tsunagaru.access.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagaru.access.PatientScoped;
import jp.tsunagaru.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.util.ClassUtils;

class EveryMessageTest {
  /** Every record that a table of contents of a feature names: what can be sent. */
  static List<Class<?>> messages() {
    var scanner =
        new ClassPathScanningCandidateComponentProvider(false) {
          @Override
          protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
            return true;
          }
        };
    scanner.addIncludeFilter(
        new RegexPatternTypeFilter(
            Pattern.compile("jp\\.tsunagaru\\.\\w+\\.(command|query)\\.\\w+")));
    return scanner.findCandidateComponents("jp.tsunagaru").stream()
        .<Class<?>>map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
        .filter(Class::isSealed)
        .flatMap(EveryMessageTest::permitted)
        .toList();
  }

  private static Stream<Class<?>> permitted(Class<?> contents) {
    return Arrays.stream(contents.getPermittedSubclasses());
  }

  @Test
  void the_tables_of_contents_were_found() {
    assertThat(messages())
        .extracting(Class::getSimpleName)
        .contains("RegisterPatient", "RecordConsent", "AssignMember", "SignIn", "PostArticle")
        .hasSizeGreaterThan(30);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void says_what_it_needs(Class<?> message) {
    assertThat(message.isRecord()).isTrue();
    assertThat(Markers.of(message).any()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void about_a_patient_can_be_sent_by_care_users_and_by_nobody_without_a_session(Class<?> message) {
    Markers markers = Markers.of(message);
    if (PatientScoped.class.isAssignableFrom(message)) {
      assertThat(markers.allows(Set.of(Role.CARE_USER.name()))).isTrue();
    }
    assertThat(markers.open())
        .isEqualTo(!markers.scoped() && markers.roles().contains(Role.PUBLIC));
    assertThat(markers.beforePledge() && PatientScoped.class.isAssignableFrom(message)).isFalse();
  }
}
