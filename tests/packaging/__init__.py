"""What is shipped: the wheel, the Debian package and the container, as far as they can be looked at without installing them."""
