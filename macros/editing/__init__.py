"""The editing place: a site of its own with a form for each kind of content, made from the model."""
