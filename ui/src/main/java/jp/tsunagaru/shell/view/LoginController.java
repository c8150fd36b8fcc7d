package jp.tsunagaru.shell.view;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page: plain HTML, there at once on a slow line. */
@Controller
class LoginController {
  private static final Set<String> KNOWN =
      Set.of("SIGN_IN_FAILED", "SIGN_IN_THROTTLED", "ONE_TIME_PASSWORD_EXPIRED", "UNAVAILABLE");

  private final CityProperties city;

  LoginController(CityProperties city) {
    this.city = city;
  }

  @GetMapping("/" + Home.START)
  String start() {
    return "redirect:/" + SignedInUser.current().map(Home::of).orElse("login");
  }

  @GetMapping("/login")
  String login(
      @RequestParam(required = false) @Nullable String refused,
      @RequestParam(required = false) @Nullable String seconds,
      @RequestParam(required = false) @Nullable String ended,
      @RequestParam(required = false) @Nullable String bye,
      Model model) {
    if (SignedInUser.current().isPresent()) {
      return "redirect:/" + Home.of(SignedInUser.require());
    }
    model.addAttribute("city", city);
    if (refused != null && KNOWN.contains(refused)) {
      model.addAttribute("refusal", Texts.get("refusal." + refused, wholeSeconds(seconds)));
    } else if (ended != null) {
      model.addAttribute("notice", Texts.get("login.ended"));
    } else if (bye != null) {
      model.addAttribute("notice", Texts.get("login.bye"));
    }
    return "login";
  }

  private static String wholeSeconds(@Nullable String seconds) {
    return seconds != null && seconds.matches("[0-9]{1,5}") ? seconds : "60";
  }
}
