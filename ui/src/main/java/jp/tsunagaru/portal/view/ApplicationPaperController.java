package jp.tsunagaru.portal.view;

import java.time.Clock;
import jp.tsunagaru.facility.ApplicationId;
import jp.tsunagaru.facility.query.ApplicationSheet;
import jp.tsunagaru.facility.query.FindApplicationSheet;
import jp.tsunagaru.facility.view.ApplicationPaper;
import jp.tsunagaru.printing.NoFontException;
import jp.tsunagaru.shell.view.CityProperties;
import org.axonframework.queryhandling.QueryGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** 様式第1 for whoever holds the address of an application (PF-06). */
@Controller
class ApplicationPaperController {
  private static final Logger LOG = LoggerFactory.getLogger(ApplicationPaperController.class);

  private final QueryGateway queries;
  private final CityProperties city;
  private final Clock clock;

  ApplicationPaperController(QueryGateway queries, CityProperties city, Clock clock) {
    this.queries = queries;
    this.city = city;
    this.clock = clock;
  }

  @GetMapping("/apply/{number}/form.pdf")
  ResponseEntity<byte[]> paper(@PathVariable String number) {
    try {
      ApplicationSheet sheet =
          queries
              .query(new FindApplicationSheet(new ApplicationId(number)), ApplicationSheet.class)
              .join();
      byte[] pdf = ApplicationPaper.of(sheet, city, clock.instant()).pdf();
      return ResponseEntity.ok()
          .contentType(MediaType.APPLICATION_PDF)
          .cacheControl(CacheControl.noStore())
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              ContentDisposition.attachment().filename("form1.pdf").build().toString())
          .body(pdf);
    } catch (NoFontException noFont) {
      LOG.error("{}", noFont.sentence());
      throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
    } catch (RuntimeException unknown) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }
}
