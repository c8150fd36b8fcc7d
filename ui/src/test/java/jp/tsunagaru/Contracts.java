package jp.tsunagaru;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.util.ClassUtils;

/** Every message of the contracts: the commands of each table of contents, and every query. */
final class Contracts {
  private static final Pattern QUESTION =
      Pattern.compile("(?:Find|Get|List|Preview|Print|Replay|Watch)[A-Z].*");

  private Contracts() {}

  static List<Class<?>> messages() {
    return Stream.concat(commands().stream(), queries().stream()).toList();
  }

  static List<Class<?>> commands() {
    return found("command").stream()
        .filter(Class::isSealed)
        .<Class<?>>flatMap(contents -> Arrays.stream(contents.getPermittedSubclasses()))
        .toList();
  }

  static List<Class<?>> queries() {
    return found("query").stream()
        .filter(type -> type.isRecord() && QUESTION.matcher(type.getSimpleName()).matches())
        .toList();
  }

  private static List<Class<?>> found(String role) {
    var scanner =
        new ClassPathScanningCandidateComponentProvider(false) {
          @Override
          protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
            return true;
          }
        };
    scanner.addIncludeFilter(
        new RegexPatternTypeFilter(Pattern.compile("jp\\.tsunagaru\\.\\w+\\." + role + "\\.\\w+")));
    return scanner.findCandidateComponents("jp.tsunagaru").stream()
        .<Class<?>>map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
        .toList();
  }
}
