"""A worksheet in every form: on the page, on paper, in Word. One definition, one list of fields."""
