import type { CostLine } from '../course-document/course-document.ts';
import { currencyDigits } from '../course-document/money.ts';

/** The amount in major units with all digits of its currency: "49.90", "500". */
export function majorUnits(line: CostLine): string {
  const digits = currencyDigits(line.currency);
  return (line.amount / 10 ** digits).toFixed(digits);
}
