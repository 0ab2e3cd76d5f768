// Sveltia CMS takes the language of the browser. Here all texts of the forms are Dutch, so the buttons around them are too.
Object.defineProperties(navigator, { language: { value: "nl" }, languages: { value: ["nl"] } });
