package jp.tsunagaru.portal.view;

import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import jp.tsunagaru.facility.Affiliation;
import jp.tsunagaru.facility.query.ListPublicFacilities;
import jp.tsunagaru.facility.query.PublicFacilities;
import jp.tsunagaru.shell.view.CityProperties;
import jp.tsunagaru.shell.view.HelpDeskState;
import jp.tsunagaru.shell.view.Home;
import jp.tsunagaru.shell.view.SignedInUser;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The first page. A routing function and no controller: Vaadin's client talks to the very same
 * address with a parameter {@code v-r}, and a controller would refuse what is not its own instead
 * of passing it on.
 */
@Configuration(proxyBeanMethods = false)
class PortalRoutes {
  private static final int LONGEST_SEARCH = 60;

  private final QueryGateway queries;
  private final CityProperties city;
  private final Clock clock;

  PortalRoutes(QueryGateway queries, CityProperties city, Clock clock) {
    this.queries = queries;
    this.city = city;
    this.clock = clock;
  }

  @Bean
  RouterFunction<ServerResponse> portal() {
    return RouterFunctions.route(
        RequestPredicates.GET("/").and(request -> request.param("v-r").isEmpty()), this::index);
  }

  /** Who is signed in means the own desk by the bare address, and the portal by a search in it. */
  private ServerResponse index(ServerRequest request) {
    if (request.params().isEmpty() && SignedInUser.current().isPresent()) {
      return ServerResponse.status(HttpStatus.FOUND).location(URI.create("/" + Home.START)).build();
    }
    String text = request.param("name").map(PortalRoutes::shortened).orElse("");
    Affiliation affiliation = request.param("kind").map(PortalRoutes::affiliation).orElse(null);
    PublicFacilities found =
        queries.query(new ListPublicFacilities(text, affiliation), PublicFacilities.class).join();
    Map<String, Object> model = new HashMap<>();
    model.put("city", city);
    model.put("helpDesk", HelpDeskState.at(clock.instant()));
    model.put("facilities", found.facilities());
    model.put("affiliations", Affiliation.values());
    model.put("name", text);
    model.put("kind", affiliation == null ? "" : affiliation.name());
    model.put("searched", !text.isBlank() || affiliation != null);
    return ServerResponse.ok().render("portal/index", model);
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_SEARCH ? text.substring(0, LONGEST_SEARCH) : text;
  }

  private static @Nullable Affiliation affiliation(String name) {
    return Arrays.stream(Affiliation.values())
        .filter(value -> value.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
