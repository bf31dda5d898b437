import { endedTrip } from '../sign-in/trip.ts';

/** Stands in the HTML to which the issuer leads back, behind its heading: it says again what it said before the trip. */
const [title, lead] = endedTrip(location.search)?.heading ?? [];
const said = document.querySelector('h1 bdi');
const led = document.querySelector<HTMLElement>('.lead');

if (title !== undefined && lead !== undefined && said && led) {
  said.textContent = title;
  led.textContent = lead;
  led.hidden = lead === '';
}
