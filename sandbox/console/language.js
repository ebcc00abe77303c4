import { html } from 'htm/preact';
import { useState } from 'preact/hooks';

const languages = ['nl', 'fr', 'en', 'de'];

const storageKey = 'language';

const isKnown = (language) => languages.includes(language);

const firstLanguage = () =>
  [localStorage.getItem(storageKey), ...navigator.languages.map((tag) => tag.slice(0, 2))].find(isKnown) ??
  'en';

/** The language of the API's texts: the one chosen before, else the first one that the browser asks for. */
export const useLanguage = () => {
  const [language, setLanguage] = useState(firstLanguage);
  const choose = (chosen) => {
    localStorage.setItem(storageKey, chosen);
    setLanguage(chosen);
  };
  return [language, choose];
};

/** Chooses in which language the API's texts are; the console's own words are English. */
export const LanguageChoice = ({ language, onChoose }) => html`
  <label class="language">
    <span>Texts in</span>
    <select value=${language} onChange=${(event) => onChoose(event.target.value)}>
      ${languages.map((code) => html`<option value=${code}>${code.toUpperCase()}</option>`)}
    </select>
  </label>
`;
