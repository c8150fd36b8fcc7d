package jp.tsunagaru.form.query;

import java.util.List;
import jp.tsunagaru.access.Counted;

/** Orders to be followed up, the next end first. */
public record EndingOrders(List<EndingOrder> orders) implements Counted {
  @Override
  public int results() {
    return orders.size();
  }
}
